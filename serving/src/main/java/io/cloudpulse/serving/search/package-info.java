/** Full text over what is in Elasticsearch. */
package io.cloudpulse.serving.search;
