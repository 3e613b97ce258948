package org.parley.web.view;

/// Something that the one who asks may see, and may not do.
public final class NotForRole extends RuntimeException {

  public NotForRole() {
    super("not for this role");
  }
}
