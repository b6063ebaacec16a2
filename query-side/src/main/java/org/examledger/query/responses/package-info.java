/** What did the worker answer, and what is it worth? */
@NullMarked
package org.examledger.query.responses;

import org.jspecify.annotations.NullMarked;
