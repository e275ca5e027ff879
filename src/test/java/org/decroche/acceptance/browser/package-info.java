/**
 * The desk page as an agent meets it: a real Chromium against the real service, while SIPp rings
 * the front door. Pictures of it are kept in target/screenshots.
 */
package org.decroche.acceptance.browser;
