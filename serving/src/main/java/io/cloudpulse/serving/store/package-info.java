/** The database that is read. */
package io.cloudpulse.serving.store;
