/** The desks' rules, with sockets that only pretend. */
package org.decroche.web.desk;
