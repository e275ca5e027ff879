/** The web server over real HTTP on loopback, with a real database. */
package org.decroche.web;
