/** Who may ask what, and how often: tokens, roles, limits, and pages of other origins. */
package io.cloudpulse.serving.access;
