/**
 * A dataset's shape in every system: pure functions of a dataset, so that what a sink creates, what
 * a plan prints and what the cloud is given cannot differ.
 */
package io.cloudpulse.schemas.shape;
