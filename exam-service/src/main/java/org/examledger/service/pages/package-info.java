/** How do the pages reach a browser? */
@NullMarked
package org.examledger.service.pages;

import org.jspecify.annotations.NullMarked;
