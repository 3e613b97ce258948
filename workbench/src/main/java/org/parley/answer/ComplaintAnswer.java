package org.parley.answer;

import org.parley.wording.Complaint;

/// A fault: a stable code, with words beside it.
public record ComplaintAnswer(String code, String message, String value, String advice) {

  public static ComplaintAnswer of(Complaint complaint) {
    return new ComplaintAnswer(
        complaint.code(), complaint.message(), complaint.value(), complaint.advice());
  }
}
