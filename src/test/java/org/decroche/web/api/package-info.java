/** The interface's parts by themselves. */
package org.decroche.web.api;
