/** Who is behind an opaque person id? */
@NullMarked
package org.examledger.query.people;

import org.jspecify.annotations.NullMarked;
