/** What is the delivered jar made of? */
@NullMarked
package org.examledger.endtoend.supply;

import org.jspecify.annotations.NullMarked;
