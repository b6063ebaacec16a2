/** Does each route keep the HTTP contract, against a real process? */
@NullMarked
package org.examledger.endtoend.http;

import org.jspecify.annotations.NullMarked;
