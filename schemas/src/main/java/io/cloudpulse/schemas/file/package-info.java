/** Reads a dataset from its YAML file, and finds the ones that are shipped. */
package io.cloudpulse.schemas.file;
