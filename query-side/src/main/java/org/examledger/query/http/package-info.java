/** How does every answer to a question look on the wire? */
@NullMarked
package org.examledger.query.http;

import org.jspecify.annotations.NullMarked;
