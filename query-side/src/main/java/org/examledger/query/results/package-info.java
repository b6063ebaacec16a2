/** How did everybody do in an exam? */
@NullMarked
package org.examledger.query.results;

import org.jspecify.annotations.NullMarked;
