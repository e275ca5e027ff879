/** The call stories' second stage: a whole Décroché, real Asterisk, SIPp as phones and callers. */
package org.decroche.acceptance.stories;
