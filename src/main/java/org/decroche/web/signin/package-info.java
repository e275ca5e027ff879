/**
 * Who somebody is: passwords, session tokens, the cookie that carries them, and whose pages a
 * request came from.
 */
@NullMarked
package org.decroche.web.signin;

import org.jspecify.annotations.NullMarked;
