/**
 * What may be expected of an {@link org.axonframework.eventsourcing.eventstore.EventStorageEngine}, whoever wrote it?
 *
 * <p>Needs Axon, JUnit and AssertJ and nothing else, so that it can be lifted out. A test class of an engine implements
 * {@link Appending}, {@link ReadingStreams}, {@link ReadingFeeds} and {@link WritingAtOnce}.
 */
@NullMarked
package org.examledger.store.conformance;

import org.jspecify.annotations.NullMarked;
