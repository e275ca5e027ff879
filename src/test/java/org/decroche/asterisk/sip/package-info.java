/** The little SIP that we speak ourselves, against the standards' own examples. */
package org.decroche.asterisk.sip;
