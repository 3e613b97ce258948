package org.parley.corpus;

import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;
import org.parley.wording.Complaint;

/// A text that cannot be added, or a corpus that cannot be used, with the reason.
public final class CorpusException extends IOException {

  @Serial private static final long serialVersionUID = 1;

  private final transient Complaint why;

  CorpusException(String name, Complaint why) {
    this(name, why, null);
  }

  CorpusException(String name, Complaint why, @Nullable Throwable cause) {
    super(name + ": " + why.sentence(), cause);
    this.why = why;
  }

  /// The reason, with its code.
  public Complaint why() {
    return why;
  }
}
