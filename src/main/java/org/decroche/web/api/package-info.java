/**
 * The operations of the contract ({@code openapi.yaml}): one request in, checked against the
 * contract and the caller's role, one reply or problem out.
 */
@NullMarked
package org.decroche.web.api;

import org.jspecify.annotations.NullMarked;
