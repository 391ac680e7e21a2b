package io.cloudpulse.serving.access;

import io.cloudpulse.serving.http.Role;

/**
 * Who asks.
 *
 * @param name by which its requests are counted: of its token, else its address
 * @param role what it may do
 * @param isKnown whether it came with a token
 */
record Client(String name, Role role, boolean isKnown) {}
