package org.parley.casefile;

import org.jspecify.annotations.Nullable;
import org.parley.wording.Complaint;
import org.parley.wording.Messages;

/// A fault of a case folder, with its location.
///
/// @param place its location
/// @param source the text of its line; empty if there is none
/// @param length the number of characters concerned
/// @param complaint the fault
/// @param first the location of the first declaration of a duplicate id; null for other faults
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

  /// The stable error code.
  public String code() {
    return complaint.code();
  }

  /// The message, without the value.
  public String message() {
    return first == null
        ? complaint.message()
        : Messages.current()
            .text("complaint.at", "message", complaint.message(), "place", first.toString());
  }

  /// The wrong value; empty if there is none.
  public String value() {
    return complaint.value();
  }

  /// The advice.
  public String advice() {
    return complaint.advice();
  }

  /// The fault in one sentence, without its location.
  public String sentence() {
    return Complaint.sentence(message(), value(), advice());
  }

  @Override
  public String toString() {
    return place + ": " + sentence();
  }
}
