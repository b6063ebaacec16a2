/** How does somebody who knows only the HTTP contract talk to the service, also when it goes away? */
@NullMarked
package org.examledger.endtoend.client;

import org.jspecify.annotations.NullMarked;
