package org.parley.answer;

import org.parley.wording.Complaint;
import tools.jackson.databind.node.ObjectNode;

/// What is wrong, as JSON: a code on which programs may rely, and words beside it.
public final class ComplaintJson {

  private ComplaintJson() {}

  /// Adds `code`, `message`, `value` and `advice`.
  public static void put(ObjectNode json, Complaint complaint) {
    json.put("code", complaint.code())
        .put("message", complaint.message())
        .put("value", complaint.value())
        .put("advice", complaint.advice());
  }
}
