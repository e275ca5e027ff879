/** The little SIP that we speak ourselves: signing a phone off in its place. */
@NullMarked
package org.decroche.asterisk.sip;

import org.jspecify.annotations.NullMarked;
