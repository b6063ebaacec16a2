/** Can people use the pages, in a real browser, on a bad network? */
@NullMarked
package org.examledger.endtoend.pages;

import org.jspecify.annotations.NullMarked;
