/** Which person is behind an opaque id? (R13) */
@NullMarked
package org.examledger.service.directory;

import org.jspecify.annotations.NullMarked;
