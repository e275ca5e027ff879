/**
 * One class for each thing that must work, as a caller, an agent and an administrator would see it:
 * real SIP, a real Asterisk, a real PostgreSQL, the service as its own process.
 */
package org.decroche.acceptance;
