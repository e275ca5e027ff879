/**
 * The demonstration: three people with phones, two calls, and the story of each as it happens.
 *
 * <p>It is a client of the running service and goes in by the doors everybody has: the API, the
 * desk's socket, SIP. Only the invented customers are loaded past the API, for their cases have a
 * past. Nothing it tells is written beforehand: every line is something that it saw.
 */
@NullMarked
package org.decroche.demo;

import org.jspecify.annotations.NullMarked;
