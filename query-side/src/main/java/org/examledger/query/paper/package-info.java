/** Which questions does the worker read, on which page? */
@NullMarked
package org.examledger.query.paper;

import org.jspecify.annotations.NullMarked;
