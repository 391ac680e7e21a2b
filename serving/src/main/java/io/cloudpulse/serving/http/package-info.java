/** How a request is read and answered, whatever it asks for. */
package io.cloudpulse.serving.http;
