/** How is the API described to those who program against it? */
@NullMarked
package org.examledger.service.openapi;

import org.jspecify.annotations.NullMarked;
