/** How do questions leave for other tools? */
@NullMarked
package org.examledger.query.questions;

import org.jspecify.annotations.NullMarked;
