/** Planted: a package that says what it answers. */
@NullMarked
package org.examledger.architecture.planted.marked;

import org.jspecify.annotations.NullMarked;
