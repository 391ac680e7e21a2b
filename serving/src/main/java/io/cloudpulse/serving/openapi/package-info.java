/** What can be asked, for machines: the OpenAPI document. */
package io.cloudpulse.serving.openapi;
