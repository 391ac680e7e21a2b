/**
 * Makes datasets of AutoValue classes with a Beam schema: records that our own code computes on.
 */
package io.cloudpulse.schemas.classes;
