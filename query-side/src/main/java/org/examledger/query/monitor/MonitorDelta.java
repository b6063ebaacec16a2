package org.examledger.query.monitor;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.UUID;

/**
 * What became of a picture.
 *
 * @param picture with only those rows that changed
 * @param removed sessions that are not in the picture any more
 */
record MonitorDelta(@JsonUnwrapped MonitorPicture picture, List<UUID> removed) {}
