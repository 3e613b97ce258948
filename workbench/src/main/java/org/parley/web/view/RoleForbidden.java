package org.parley.web.view;

/// Something that the one who asks may see, and may not do.
public final class RoleForbidden extends RuntimeException {

  public RoleForbidden() {
    super("not for this role");
  }
}
