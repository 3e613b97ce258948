package org.parley.casefile;

import org.jspecify.annotations.Nullable;
import org.parley.wording.Complaint;
import org.parley.wording.Messages;

/// Something that keeps a folder from being a case, and where it stands.
///
/// @param place where it stands
/// @param source the line it stands in; empty where no one line is meant
/// @param length how many characters of that line are meant
/// @param complaint what is wrong
/// @param first where the id stands first that is taken; absent where none is
public record CaseProblem(
    SourceLocation place,
    String source,
    int length,
    Complaint complaint,
    @Nullable SourceLocation first) {

  private static final int LONGEST_VALUE = 80;

  public CaseProblem {
    String value = complaint.value();
    if (value.length() > LONGEST_VALUE) {
      complaint =
          new Complaint(
              complaint.why(),
              value.substring(0, value.offsetByCodePoints(0, 60)) + "...",
              complaint.meant());
    }
  }

  /// A problem of a file as a whole.
  public static CaseProblem of(String file, Complaint complaint) {
    return new CaseProblem(SourceLocation.file(file), "", 0, complaint, null);
  }

  /// The code, on which programs may rely.
  public String code() {
    return complaint.code();
  }

  /// What is wrong, without the value.
  public String message() {
    return first == null
        ? complaint.message()
        : Messages.current()
            .text("complaint.at", "message", complaint.message(), "place", first.toString());
  }

  /// The value that is wrong; empty where there is none.
  public String value() {
    return complaint.value();
  }

  /// What to do about it.
  public String advice() {
    return complaint.advice();
  }

  /// The problem in one sentence, without its place.
  public String sentence() {
    return Complaint.sentence(message(), value(), advice());
  }

  @Override
  public String toString() {
    return place + ": " + sentence();
  }
}
