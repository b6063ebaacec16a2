/** How are many rows written with one statement? */
@NullMarked
package org.examledger.query.sql;

import org.jspecify.annotations.NullMarked;
