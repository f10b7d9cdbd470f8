"""Static files with their hash in the name, so that a browser may keep them for ever."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticStorage(CompressedManifestStaticFilesStorage):
    """Hashes what ES modules import, too."""

    support_js_module_import_aggregation = True
