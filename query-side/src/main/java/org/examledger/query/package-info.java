/** What do people see? */
@NullMarked
package org.examledger.query;

import org.jspecify.annotations.NullMarked;
