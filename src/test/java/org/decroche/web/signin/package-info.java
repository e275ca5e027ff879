/** Rules of signing in that need neither a server nor a database. */
package org.decroche.web.signin;
