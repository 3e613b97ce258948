package org.parley.web.incidents;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.parley.web.service.Visitor;
import org.parley.web.work.Workers;

/// The files of incidents that were sent last, each visible to the one who sent it. Nothing of them
/// is kept on a disk. Thread-safe.
public final class IncidentUploads {

  /// How many are kept of all, and of each who sends them.
  private static final int KEPT = 4;

  private static final int KEPT_EACH = 2;

  private record Owned(Visitor visitor, IncidentUpload upload) {}

  private final Map<String, Owned> uploads = new LinkedHashMap<>();
  private final Workers workers = new Workers("incidents", new Workers.Quota(2, 1, 8, 2));

  /// Begins to read a file; empty if too many are being read.
  public synchronized Optional<IncidentUpload> begin(
      Visitor visitor, SentFile file, ImportChoices choices, IncidentReading.Target target) {
    IncidentUpload upload =
        new IncidentUpload(UUID.randomUUID().toString(), file, workers, visitor.name());
    try {
      upload.read(choices, target);
    } catch (RejectedExecutionException _) {
      return Optional.empty();
    }
    forget(visitor, KEPT_EACH - 1);
    forget(null, KEPT - 1);
    uploads.put(upload.key(), new Owned(visitor, upload));
    return Optional.of(upload);
  }

  /// Forgets the oldest, so that so many stay.
  ///
  /// @param visitor whose; null for everybody's
  private void forget(@Nullable Visitor visitor, int kept) {
    long there =
        uploads.values().stream()
            .filter(each -> visitor == null || each.visitor.equals(visitor))
            .count();
    Iterator<Owned> oldest = uploads.values().iterator();
    while (there > kept && oldest.hasNext()) {
      Owned each = oldest.next();
      if (visitor == null || each.visitor.equals(visitor)) {
        each.upload.stop();
        oldest.remove();
        there--;
      }
    }
  }

  /// A file of this visitor.
  public synchronized Optional<IncidentUpload> find(Visitor visitor, String key) {
    return Optional.ofNullable(uploads.get(key))
        .filter(each -> each.visitor.equals(visitor))
        .map(Owned::upload);
  }

  /// Reads a file again, by other choices; false if too many are being read.
  public boolean again(
      IncidentUpload upload, ImportChoices choices, IncidentReading.Target target) {
    try {
      upload.read(choices, target);
      return true;
    } catch (RejectedExecutionException _) {
      return false;
    }
  }

  /// Saves a file as it was shown; false if too many are being read.
  public boolean save(IncidentUpload upload, IncidentPreview shown, IncidentUpload.Saving saving) {
    try {
      upload.save(shown, saving);
      return true;
    } catch (RejectedExecutionException _) {
      return false;
    }
  }

  /// Stops reading a file.
  public void stop(IncidentUpload upload) {
    upload.stop();
  }
}
