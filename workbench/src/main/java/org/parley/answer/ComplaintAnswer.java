package org.parley.answer;

import org.parley.wording.Complaint;

/// What is wrong: a code on which programs may rely, and words beside it.
public record ComplaintAnswer(String code, String message, String value, String advice) {

  public static ComplaintAnswer of(Complaint complaint) {
    return new ComplaintAnswer(
        complaint.code(), complaint.message(), complaint.value(), complaint.advice());
  }
}
